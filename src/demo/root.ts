import { createScope } from '../lit/scope.js';

/** The page's scope. Imported before any element, because an element asks for its client once, when it is upgraded. */
export const scope = createScope(document.documentElement);
