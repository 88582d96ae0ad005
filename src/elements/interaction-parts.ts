// Loaded when a visitor first points at a drawing or focuses it: tooltip, keys, selection.
export {Interaction} from './interaction.js';
