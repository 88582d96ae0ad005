// Loaded late: curves of Chart.js, and its steps, which pages may ask for in options. Importing is enough,
// as the script-tag build puts them into Chart.js here; elsewhere they are part of it from the start.
import 'chart.js';
