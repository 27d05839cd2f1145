import type { ReactiveControllerHost } from 'lit';
import type { ChatEventMap, Panel } from '../../lit/events.js';
import type { Target } from '../../protocol/ids.js';
import { isSameTarget } from '../same-target.js';
import { layoutFor, type Layout } from './layout.js';

/** Which panes there is room for, and what stands in them. */
export class Arrangement {
  layout: Layout = 'narrow';
  /** What a narrow box shows; at the side of a conversation stand its details, a thread or a panel. */
  page: 'list' | 'talk' | 'side' = 'list';
  /** The thread that stands in the place of the details. */
  thread: ChatEventMap['chat-thread'] | undefined;
  /** What stands there instead of both. */
  panel: Panel | undefined;
  /** Whose details they are, if not the conversation's. */
  person: string | undefined;

  /** Whether the details stand beside the conversation, once somebody said. */
  #detailed: boolean | undefined;
  #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get narrow(): boolean {
    return this.layout === 'narrow';
  }

  /** Of a conversation that is on show. */
  get detailed(): boolean {
    if (this.person === undefined && (this.thread ?? this.panel)) return false;
    if (this.narrow) return this.page === 'side';
    return this.person !== undefined || (this.#detailed ?? this.layout === 'wide');
  }

  measure(width: number): void {
    const { layout } = this;
    this.layout = layoutFor(width);
    if (layout !== this.layout) this.#host.requestUpdate();
  }

  /** Before rendering: a thread stands beside its own conversation alone. */
  settle(shown: Target | undefined): void {
    if (this.thread && !isSameTarget(this.thread.target, shown)) this.#clear();
  }

  turnTo(page: 'list' | 'talk'): void {
    this.page = page;
    this.#host.requestUpdate();
  }

  /** A conversation was chosen. */
  choose(inPanel: boolean): void {
    if (this.layout === 'medium' && this.#detailed) this.#detailed = undefined;
    // What was chosen in a panel says itself what is to be seen.
    if (!inPanel) this.panel = this.person = undefined;
    this.turnTo('talk');
  }

  openThread(thread: ChatEventMap['chat-thread']): void {
    this.thread = thread;
    this.panel = undefined;
    this.#openBeside();
  }

  openPanel(panel: Panel): void {
    this.thread = undefined;
    this.panel = panel;
    this.#openBeside();
  }

  #openBeside(): void {
    this.person = undefined;
    if (this.narrow) this.page = 'side';
    if (this.layout === 'medium') this.#detailed = false;
    this.#host.requestUpdate();
  }

  /** The thread, or the panel. */
  closeBeside(): void {
    this.#clear();
    this.#host.requestUpdate();
  }

  #clear(): void {
    this.thread = this.panel = undefined;
    if (this.page === 'side') this.page = 'talk';
  }

  /** The details of the conversation; or of somebody, over the thread or the panel that they were met in. */
  openDetails(person?: string): void {
    this.person = person;
    if (person === undefined && !this.narrow) this.#detailed = true;
    if (person === undefined) this.thread = this.panel = undefined;
    if (this.narrow) this.page = 'side';
    this.#host.requestUpdate();
  }

  closeDetails(): void {
    if (this.person === undefined) this.#detailed = false;
    this.person = undefined;
    if (this.page === 'side' && !this.thread && !this.panel) this.page = 'talk';
    this.#host.requestUpdate();
  }
}
