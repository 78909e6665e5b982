/** The little that is used of what ECharts hands to a custom series. */
interface DrawingApi {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly [number, number];
}

/** Lines between two values of the horizontal axis, one for every `[low, high, row]`; `cap`: half the height of their ends. */
export function intervalSeries(
  name: string,
  data: readonly (readonly [number, number, number])[],
  {
    colours,
    width,
    cap,
    opacity,
  }: {
    readonly colours: readonly string[];
    readonly width: number;
    readonly cap: number;
    readonly opacity: readonly number[];
  },
): Record<string, unknown> {
  return {
    type: 'custom',
    name,
    silent: true,
    z: 1,
    data: data.map((cells) => [...cells]),
    encode: { x: [0, 1], y: 2 },
    renderItem: (params: { readonly dataIndex: number }, api: DrawingApi) => {
      const row = api.value(2);
      const [left, y] = api.coord([api.value(0), row]);
      const [right] = api.coord([api.value(1), row]);
      const style = {
        stroke: colours[params.dataIndex] ?? 'currentColor',
        lineWidth: width,
        opacity: opacity[params.dataIndex] ?? 1,
        fill: 'none',
      };
      const line = (x1: number, y1: number, x2: number, y2: number): Record<string, unknown> => ({
        type: 'line',
        shape: { x1, y1, x2, y2 },
        style,
      });
      return {
        type: 'group',
        children: [
          line(left, y, right, y),
          ...(cap === 0 ? [] : [line(left, y - cap, left, y + cap), line(right, y - cap, right, y + cap)]),
        ],
      };
    },
  };
}
