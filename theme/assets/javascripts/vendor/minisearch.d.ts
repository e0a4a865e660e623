// What of MiniSearch search/names.js uses: for the type checker, which does not read the library itself.

export interface Options<Page> {
  fields: string[];
  extractField: (page: Page, field: string) => string | number;
  tokenize: (text: string) => string[];
  processTerm?: (word: string) => string;
}

export interface SearchOptions {
  boost?: Record<string, number>;
  fields?: string[];
  fuzzy?: number;
  prefix?: (word: string) => boolean;
}

export interface Result {
  id: number;
  score: number;
  terms: string[];
  queryTerms: string[];
}

export default class MiniSearch<Page> {
  constructor(options: Options<Page>);
  addAll(pages: readonly Page[]): void;
  search(query: string, options: SearchOptions): Result[];
}
