/** Reporter for node:test: one JSON object of counts at the end; suites are not tests. */
export default async function* countReporter(events) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  for await (const {type, data} of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isSuite = data.details?.type === 'suite';
    if (type === 'test:fail') {
      // A suite fails with its tests; only a suite that broke by itself is a failure of its own.
      const isOwnFailure = data.details?.error?.failureType !== 'subtestsFailed';
      if (!isSuite || isOwnFailure) counts.failed += 1;
    } else if (!isSuite) {
      counts[data.skip !== undefined || data.todo !== undefined ? 'skipped' : 'passed'] += 1;
    }
  }
  yield JSON.stringify(counts);
}
