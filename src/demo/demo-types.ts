import type { SimulatedHost, SimulatedOptions } from '../backends/simulated/simulated.js';
import type { Weather, WeatherSettings } from '../backends/weather.js';
import type { ChatClient } from '../client/types.js';
import type { Credentials } from '../protocol/backend.js';

export interface DemoOptions extends SimulatedOptions {
  /** Who is signed in; `ana` by default. */
  readonly uid?: string;
  readonly weather?: Partial<WeatherSettings>;
}

export interface Demo {
  readonly uid: string;
  readonly host: SimulatedHost;
  /** Signed in as soon as the world is open. */
  readonly client: ChatClient;
  readonly weather: Weather;
  /** Settles when the client is signed in. */
  readonly ready: Promise<void>;
  /** One more device in the same world, in the same weather: for a second client. */
  device(uid: string): {
    readonly backend: ReturnType<SimulatedHost['backend']>;
    readonly credentials: Credentials;
  };
  close(): Promise<void>;
}
