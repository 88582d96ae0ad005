import {bootstrapApplication} from '@angular/platform-browser';
import {configure} from 'tinybird-chart/define';
import {App} from './app';
import {settings} from './settings';

configure(settings);

void bootstrapApplication(App);
