import { createWeather, weathers, type Weather, type WeatherSettings } from './backends/weather.js';
import { createRandom } from './backends/random.js';
import {
  createManagement,
  createSimulatedHost,
  type ManagementOptions,
  type SimulatedHost,
  type SimulatedOptions,
} from './backends/simulated/simulated.js';
import { createChatClient } from './client/client.js';
import type { Demo, DemoOptions } from './demo/demo-types.js';

/** A world of people who live in this browser, and a client that is signed in as one of them. */
export function createDemo(options: DemoOptions = {}): Demo {
  const { uid = 'ana', weather: settings = {}, ...world } = options;
  const host = createSimulatedHost(world);
  const weather = createWeather({ random: createRandom(world.seed ?? 1), ...settings });
  const device = (who: string) => ({
    backend: weather.wrap(host.backend()),
    credentials: { uid: who, authKey: host.app.authKey },
  });
  const { backend, credentials } = device(uid);
  // Drafts and unsent messages belong to a world; those of a world in memory end with it.
  const client = createChatClient({
    backend,
    keep: world.storage !== 'memory',
    ...(world.name !== undefined && { appId: world.name }),
  });
  const ready = new Promise<void>((resolve, reject) => {
    client.on('session.started', () => resolve());
    client.on('session.failed', ({ error }) => error.retryable || reject(error));
  });
  client.signIn(credentials).catch(() => undefined);
  // Whoever does not ask for it sees it in `client.$status`.
  ready.catch(() => undefined);
  return {
    uid,
    host,
    client,
    weather,
    ready,
    device,
    async close() {
      await client.close();
      await host.close();
    },
  };
}

export type { Demo, DemoOptions } from './demo/demo-types.js';
export { openLog, type LogOptions } from './demo/log.js';
export { createManagement, createSimulatedHost, createWeather, weathers };
export type { ManagementOptions, SimulatedHost, SimulatedOptions, Weather, WeatherSettings };
