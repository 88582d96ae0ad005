// A host's React application, as its bundle would contain it.
import {ClerkProvider, OrganizationSwitcher, useOrganization} from '@clerk/react';
import {createElement, Fragment} from 'react';
import {createRoot} from 'react-dom/client';

function Header() {
  const {organization} = useOrganization();
  return createElement(
    Fragment,
    null,
    createElement('output', null, organization?.slug ?? 'none'),
    // Drawn anew with the header: @clerk/react does not notice by itself that an adopted Clerk had
    // been loaded before it.
    createElement(OrganizationSwitcher, {key: organization?.id}),
  );
}

globalThis.startReact = ({publishableKey, proxyUrl}) => {
  createRoot(document.querySelector('#app')).render(
    createElement(
      ClerkProvider,
      {publishableKey, proxyUrl, telemetry: false},
      createElement(Header),
    ),
  );
};
