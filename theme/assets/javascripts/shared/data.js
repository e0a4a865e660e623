// The site's own data, /api/v1/: each document is loaded once.

export function siteData(home) {
  const loaded = new Map();
  const get = (path) => {
    if (!loaded.has(path)) {
      const answer = fetch(new URL(path, home)).then((response) => {
        if (!response.ok) throw new Error(path);
        return response.json();
      });
      answer.catch(() => loaded.delete(path)); // the next try may succeed
      loaded.set(path, answer);
    }
    return loaded.get(path);
  };
  return {
    questions: () => get("questions.json").then((document) => document.questions),
    topics: () => get("topics.json").then((document) => document.topics),
    question: (id) => get(`questions/${id}.json`),
  };
}

export const aliasesOf = (questions) => questions.flatMap((question) => question.aliases.map((alias) => [alias, question.id]));
