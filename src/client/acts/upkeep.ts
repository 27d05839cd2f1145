import type { Connection, ConnectionMode } from '../session/connection.js';
import type { Environment } from '../environment.js';

export interface Upkeep {
  /** Whether a connection is wanted may be otherwise now. */
  look(): void;
  /** Nothing is tried until the session goes on. */
  pause(): void;
  resume(): void;
  /** In the background: still there. */
  ping(): void;
  stop(): void;
}

const firstPause = 1000;
const longestPause = 30_000;
/** A connection that has not come by then is begun anew. */
const longestWait = 15_000;
/** `manual`: how long one in the background lives without a ping. */
const unattended = 30_000;
/** A timer this late was not throttled: the machine slept. */
const beat = 15_000;
const slept = 90_000;

/** Opens the connection and opens it again: with growing pauses and jitter, and at once when there is hope. */
export function createUpkeep(
  connection: Connection,
  environment: Environment,
  mode: ConnectionMode,
  isWanted: () => boolean,
): Upkeep {
  const { page } = environment;
  let paused = false;
  let attempts = 0;
  let cancelRetry: (() => void) | undefined;
  let cancelDrop: (() => void) | undefined;
  let cancelBeat: (() => void) | undefined;

  const isDue = () => isWanted() && !paused && (mode !== 'auto' || page.isVisible());

  function open(): void {
    if (!isDue()) return;
    connection.connect();
    watch();
    if (!cancelBeat) heed();
  }

  function close(): void {
    for (const cancel of [cancelRetry, cancelDrop, cancelBeat]) cancel?.();
    cancelRetry = cancelDrop = cancelBeat = undefined;
    attempts = 0;
    connection.disconnect();
  }

  function watch(): void {
    if (connection.isOpen() || !isDue()) {
      cancelRetry?.();
      cancelRetry = undefined;
      if (connection.isOpen()) attempts = 0;
      return;
    }
    if (cancelRetry) return;
    const isConnecting = connection.$connection.get().connection === 'connecting';
    const pause = isConnecting ? longestWait : Math.min(longestPause, firstPause * 2 ** attempts);
    cancelRetry = environment.after(pause * (0.5 + environment.random()), again);
  }

  function again(): void {
    cancelRetry?.();
    cancelRetry = undefined;
    if (!isDue()) return;
    attempts++;
    connection.restart();
    watch();
  }

  /** Somebody is back, or the network is: hope is new. */
  function stir(): void {
    if (!isDue() || connection.isOpen()) return;
    attempts = 0;
    again();
  }

  function heed(): void {
    const begun = environment.now();
    cancelBeat = environment.after(beat, () => {
      if (environment.now() - begun > slept) again();
      heed();
    });
  }

  function drop(): void {
    cancelDrop?.();
    cancelDrop = environment.after(unattended, close);
  }

  const stopWatching = connection.$connection.listen(({ connection: line }) => {
    // The pause of an attempt that has failed is another one than that of an attempt under way.
    if (line === 'offline') cancelRetry = void cancelRetry?.();
    watch();
  });
  const stopSigns = page.onSign((sign) => {
    if (!isWanted()) return;
    if (sign === 'hidden') {
      if (mode === 'auto') close();
      if (mode === 'manual' && connection.isAttached()) drop();
    } else {
      cancelDrop = void cancelDrop?.();
      // What was dropped in the background stays so until it is told to connect.
      if (mode === 'manual' && !connection.isAttached()) return;
      if (sign === 'resumed' && connection.isAttached()) again();
      else if (connection.isAttached()) stir();
      else open();
    }
  });

  return {
    look() {
      if (isWanted()) return open();
      paused = false;
      close();
    },
    pause() {
      paused = true;
      close();
    },
    resume() {
      paused = false;
      open();
    },
    ping() {
      if (cancelDrop) drop();
    },
    stop() {
      stopWatching();
      stopSigns();
      close();
    },
  };
}
