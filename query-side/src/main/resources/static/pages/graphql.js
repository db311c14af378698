/** The public GraphQL interface, as anybody may use it. */

/** What the ledger answers; an error of the ledger or of the way to it is thrown with a sentence for a person. */
export async function ask(query, variables = {}) {
  let response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
      body: JSON.stringify({ query, variables }),
    });
  } catch {
    throw new Error("The ledger cannot be reached just now.");
  }
  const answer = await response.json().catch(() => null);
  if (answer === null) {
    throw new Error(`The ledger gave no answer (HTTP ${response.status}).`);
  }
  if (answer.errors?.length) {
    throw new Error(answer.errors.map(error => error.message).join(" "));
  }
  return answer.data;
}

/** The name of every institution by its slug. */
export async function institutionNames() {
  const names = new Map();
  let after = null;
  do {
    const { institutions } = await ask(
      `query Names($after: String) {
        institutions(first: 100, after: $after) { edges { node { slug name } } pageInfo { hasNextPage endCursor } }
      }`,
      { after },
    );
    institutions.edges.forEach(({ node }) => names.set(node.slug, node.name));
    after = institutions.pageInfo.hasNextPage ? institutions.pageInfo.endCursor : null;
  } while (after !== null);
  return names;
}
