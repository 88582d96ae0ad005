import {Visits} from './visits';

export default function Page() {
  return <Visits />;
}
