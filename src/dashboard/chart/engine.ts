/**
 * The parts of ECharts that the charts need, in a file that is loaded when the first chart is drawn. The SVG renderer
 * only: the canvas one sets markup, which Trusted Types forbid.
 */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export { init };
