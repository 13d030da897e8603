// What pages are measured by, ours and Red Hat's.

/** Milliseconds that the main thread was busy since the page began, and what with. */
export async function work(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = name => Math.round(metrics.find(metric => metric.name === name).value * 1000);
  return {
    script: of('ScriptDuration'),
    layout: of('LayoutDuration') + of('RecalcStyleDuration'),
    all: of('TaskDuration'),
  };
}
