'use client';
import {configure} from 'tinybird-chart/react';

// With @clerk/nextjs only the host is needed: its ClerkProvider puts Clerk on window.
configure({
  host: 'http://localhost:4321',
  clerkPublishableKey: 'pk_test_bG9jYWwtc3RhY2suY2xlcmsuYWNjb3VudHMuZGV2JA==',
  clerkProxyUrl: 'http://localhost:4321/__clerk',
});

export function Settings({children}) {
  return children;
}
