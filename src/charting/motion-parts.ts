// Loaded late: what moves values to their new places. Importing is enough, as the script-tag build puts
// it into Chart.js here; elsewhere it is part of Chart.js from the start.
import 'chart.js';
