/* GraphiQL against this server alone; React and GraphiQL come from this server's own jars. */
const asked = new URLSearchParams(location.search).get("query");

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: new URL("/graphql", location.href).href }),
    query: asked ?? undefined,
    defaultQuery: `# The public record of how institutions answer people. Ctrl-Space completes, Ctrl-Enter asks.

{
  ledger { origin size }
  responseTimes(groupBy: [INSTITUTION]) {
    ledgerPosition
    day
    groups {
      key { label }
      referrals
      medianDays
      onTime { value low high n }
    }
  }
}
`,
    shouldPersistHeaders: false,
  }),
);
