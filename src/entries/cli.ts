#!/usr/bin/env node
import process from 'node:process';
import {runCli} from './cli/run-cli.js';

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  environment: process.env,
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  fetch,
});
