import { html, type LitElement, type TemplateResult } from 'lit';
import { laterIcons } from '../../lit/later-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import { isAccepted } from './files.js';
import { cover, paneOf } from './pane.js';

interface DropTarget {
  /** Where a drop counts. */
  pane(): Element;
  accept(): string;
  onDragging(dragging: boolean): void;
  onFiles(files: File[]): void;
}

/**
 * Follows files dragged over the page. A drop on the pane is taken; one beside it does nothing, where the browser would
 * leave the page and show the file. Returns how to stop.
 */
export function watchDrops(target: DropTarget): () => void {
  let dragging = false;
  // A picture of the page itself looks like a file when dragged.
  let fromHere = false;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function show(value: boolean): void {
    clearTimeout(silence);
    // Not every way of ending a drag is told; while it lasts, `dragover` comes several times a second.
    if (value) silence = setTimeout(() => show(false), 1000);
    if (value === dragging) return;
    dragging = value;
    target.onDragging(value);
  }

  function onOver(event: DragEvent): void {
    if (fromHere || !holdsFiles(event) || event.defaultPrevented || isFileInput(event)) return;
    const wanted = holdsAccepted(event, target.accept());
    const inside = event.composedPath().includes(target.pane());
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = wanted && inside ? 'copy' : 'none';
    show(wanted);
  }

  function onDrop(event: DragEvent): void {
    show(false);
    if (fromHere || !holdsFiles(event) || event.defaultPrevented || isFileInput(event)) return;
    event.preventDefault();
    if (!event.composedPath().includes(target.pane())) return;
    target.onFiles([...(event.dataTransfer?.files ?? [])]);
  }

  const stop = new AbortController();
  const { signal } = stop;
  addEventListener('dragstart', () => (fromHere = true), { signal });
  addEventListener('dragend', () => (fromHere = false), { signal });
  addEventListener('dragenter', onOver, { signal });
  addEventListener('dragover', onOver, { signal });
  // No related target: the pointer has left the window.
  addEventListener('dragleave', (event) => event.relatedTarget ?? show(false), { signal });
  addEventListener('drop', onDrop, { signal });
  return () => {
    show(false);
    stop.abort();
  };
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

// During a drag a browser tells kinds and types, not names, and some tell nothing until the drop.
function holdsAccepted({ dataTransfer }: DragEvent, accept: string): boolean {
  const files = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  if (files.length === 0 || accept.includes('.')) return true;
  return files.some(({ type }) => type === '' || isAccepted({ name: '', type }, accept));
}

function isFileInput(event: Event): boolean {
  const [inner] = event.composedPath();
  return inner instanceof HTMLInputElement && inner.type === 'file';
}

/** Lies over the pane while files are dragged. */
export function renderOverlay(localize: Localize): TemplateResult {
  return html`<div class="overlay" part="overlay" popover="manual">
    <div>${laterIcons.paperclip} ${localize.term('composerDrop')}</div>
  </div>`;
}

/** After rendering: puts the overlay, if there is one, into the top layer. */
export function raiseOverlay(composer: LitElement): void {
  const overlay = composer.renderRoot.querySelector<HTMLElement>('.overlay');
  if (!overlay || overlay.matches(':popover-open')) return;
  cover(overlay, paneOf(composer));
  overlay.showPopover();
}
