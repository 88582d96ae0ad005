/* global window */
window.__internal_ClerkUICtor = class ClerkUI {};
