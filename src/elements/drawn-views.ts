// Loaded late: shaping rows, and the views that show them.
export {shapeResponse} from './shape.js';
export {drawnView} from './views/drawn-view.js';
