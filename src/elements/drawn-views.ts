// Loaded late: shaping rows, and the views that show them.
export {shapeResponse} from './shape.js';
export {actionsView} from './actions-view.js';
export {drawnView} from './drawn-view.js';
export {viewStyles} from './drawn-views.styles.js';
export {readShapeSettings} from './shape-settings.js';
export {drawingTools} from './drawing-tools.js';
