// A server component: the tag itself, with attributes alone.
export default function Page() {
  return (
    <tinybird-chart
      pipe="visits_over_time"
      type="bar"
      heading="Visits a month"
      param-granularity="month"
    />
  );
}
