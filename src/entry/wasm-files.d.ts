// Bundlers for Workers give a compiled program for each file of WebAssembly.
declare module "*.wasm" {
  const program: WebAssembly.Module;
  export default program;
}
