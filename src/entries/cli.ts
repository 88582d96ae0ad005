#!/usr/bin/env node
import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {runCli} from './cli/run-cli.js';

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  environment: process.env,
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  fetch,
  readText: async (path) => {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  },
});
