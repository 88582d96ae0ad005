declare module 'virtual:docs-search' {
  export const entries: readonly import('../site/search-entries.js').SearchEntry[];
}

declare module 'virtual:docs-playground' {
  export const reference: import('../site/documentation.js').PlaygroundReference;
}
