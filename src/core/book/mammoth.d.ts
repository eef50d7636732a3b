/** The part of `mammoth` that `read-docx.ts` uses: its build without file access, which runs in Node, workerd and browsers alike. */
declare module "mammoth/mammoth.browser.js" {
  interface Image {
    contentType: string;
  }
  const mammoth: {
    convertToHtml(
      input: { arrayBuffer: ArrayBufferLike },
      options: { styleMap: string[]; convertImage: unknown },
    ): Promise<{ value: string; messages: { type: string; message: string }[] }>;
    images: { imgElement(attributesOf: (image: Image) => Promise<{ src: string }>): unknown };
  };
  export default mammoth;
}
