// What most pages need: the build of this entry is what size-limit weighs. The client comes with the provider.
import '../../src/elements/chat-composer/chat-composer.js';
import '../../src/elements/chat-conversations/chat-conversations.js';
import '../../src/elements/chat-messages/chat-messages.js';
