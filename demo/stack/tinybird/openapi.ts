import type {ProjectPipe} from './load-project.js';

/** Describes the endpoints a token may read, as `/v0/pipes/openapi.json` does. */
export function describeEndpoints(pipes: Iterable<ProjectPipe>, serverUrl: string): unknown {
  const paths = [...pipes].map((pipe) => [
    `/v0/pipes/${pipe.name}.json`,
    {
      get: {
        operationId: pipe.name,
        summary: pipe.file.description.split('\n')[0] ?? '',
        description: pipe.file.description,
        parameters: listParameters(pipe).map(({name, type, required, description, ...rest}) => ({
          name,
          in: 'query',
          required,
          ...(description === undefined ? {} : {description}),
          schema: {
            type: toSchemaType(type),
            ...(rest.default === undefined ? {} : {default: rest.default}),
            ...(rest.enum === undefined ? {} : {enum: rest.enum}),
          },
        })),
        responses: {200: {description: 'Rows of the endpoint'}},
      },
    },
  ]);
  return {
    openapi: '3.0.0',
    info: {title: 'Endpoints of the local stack', version: '1'},
    servers: [{url: serverUrl}],
    paths: Object.fromEntries(paths),
  };
}

/** Parameters of a pipe's templates, each name once. */
export function listParameters(pipe: ProjectPipe) {
  const all = [...pipe.templates.values()].flatMap((template) => template.parameters);
  return all.filter((each, index) => all.findIndex(({name}) => name === each.name) === index);
}

function toSchemaType(type: string): string {
  if (/^U?Int/.test(type)) return 'integer';
  if (/^Float/.test(type)) return 'number';
  if (/^Bool/i.test(type)) return 'boolean';
  return 'string';
}
