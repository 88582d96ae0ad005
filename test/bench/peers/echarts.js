// ECharts alone, tree-shaken to a line.
import {LineChart} from 'echarts/charts';
import {GridComponent} from 'echarts/components';
import {init, use} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';

use([LineChart, GridComponent, CanvasRenderer]);

globalThis.contender = {
  name: 'ECharts',
  async drawColumns(element, {x, y}) {
    const chart = init(element);
    const finished = new Promise((resolve) => chart.on('finished', resolve));
    const data = Array.from(x, (at, place) => [at, y[place]]);
    chart.setOption({
      animation: false,
      xAxis: {type: 'time'},
      yAxis: {},
      series: [{type: 'line', showSymbol: false, data}],
    });
    await finished;
    return {dispose: () => chart.dispose()};
  },
  async drawQuery(element, {url}) {
    const {data} = await (await fetch(url)).json();
    const x = Float64Array.from(data, ({timestamp}) => Date.parse(`${timestamp}Z`));
    const y = Float64Array.from(data, ({value}) => value);
    return this.drawColumns(element, {x, y});
  },
};
