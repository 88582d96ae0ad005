import {createContext} from 'react';
import type {SettingProps} from '../tags/tag-props.js';

/** Settings of the providers around a component, nearer ones over farther ones. */
export const SettingsContext = createContext<SettingProps>({});
