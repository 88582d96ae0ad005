// Stands for Lit's decorator in the script-tag build, which has no use for the other half of it: that
// for decorators as JavaScript will have them.
import type {PropertyDeclaration, ReactiveElement} from 'lit';

/** Declares a reactive property of an element, as Lit's `property` does for a field. */
export function property(options?: PropertyDeclaration) {
  return (prototype: ReactiveElement, name: PropertyKey): void => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
  };
}
