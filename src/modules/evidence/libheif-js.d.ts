/** The package ships no types for this entry. */
declare module 'libheif-js/wasm-bundle.js';
