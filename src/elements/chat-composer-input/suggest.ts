// Loaded when somebody begins to write: see chat-composer-input.ts.
export { placePopup } from './place.js';
export { createSuggester } from './suggester.js';
export { suggestionStyles } from './suggestions.styles.js';
export { mentionRows, renderSuggestions } from './suggestions.js';
