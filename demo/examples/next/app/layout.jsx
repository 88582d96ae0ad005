import Link from 'next/link';
import 'tinybird-chart/skeleton.css';
import {Settings} from './settings';

export const metadata = {title: 'Visits', icons: {icon: 'data:,'}};

export default function Layout({children}) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Visits</Link> <Link href="/plain">Plain tag</Link>{' '}
          <Link href="/about">About</Link>
        </nav>
        <Settings>{children}</Settings>
      </body>
    </html>
  );
}
