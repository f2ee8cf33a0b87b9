import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import type { Graph } from "./graph";

export interface Place {
  readonly x: number;
  readonly y: number;
}

interface Body extends SimulationNodeDatum {
  readonly number: number;
  readonly ties: number;
}

const STEPS = 300;
/** Milliseconds of work between two paints. */
const AT_ONCE = 12;

/** Places for all nodes, around the origin. The same graph has the same drawing each time: nodes begin on a spiral in
 * their order, and the simulation's random numbers are a fixed row. */
export async function layout(graph: Graph): Promise<readonly Place[]> {
  const degrees = graph.nodes.map(() => 0);
  for (const { first, second } of graph.ties) {
    degrees[first] = (degrees[first] ?? 0) + 1;
    degrees[second] = (degrees[second] ?? 0) + 1;
  }
  const bodies: Body[] = graph.nodes.map((_, number) => ({ number, ties: degrees[number] ?? 0 }));
  const links = graph.ties.map(({ first, second, events }) => ({
    source: first,
    target: second,
    strength: Math.min(1, 0.15 + 0.1 * new Set(events.map((at) => graph.events[at]?.voice)).size),
  }));
  const simulation = forceSimulation(bodies)
    .force(
      "link",
      forceLink<Body, SimulationLinkDatum<Body> & { strength: number }>(links)
        .distance(70)
        .strength(({ source, target, strength }) => {
          const ties = Math.min((source as Body).ties, (target as Body).ties);
          return strength / Math.max(1, Math.sqrt(ties));
        }),
    )
    .force("apart", forceManyBody<Body>().strength(({ ties }) => -120 - 14 * ties).distanceMax(700))
    .force("room", forceCollide<Body>(({ ties }) => 16 + radius(ties)))
    .force("x", forceX<Body>(0).strength(0.035))
    .force("y", forceY<Body>(0).strength(0.07))
    .stop();
  for (let done = 0; done < STEPS; ) {
    const until = performance.now() + AT_ONCE;
    while (done < STEPS && performance.now() < until) {
      simulation.tick();
      done++;
    }
    await new Promise((go) => setTimeout(go));
  }
  return bodies.map(({ x, y }) => ({ x: x ?? 0, y: y ?? 0 }));
}

export function radius(ties: number): number {
  return 4 + Math.min(8, 1.3 * Math.sqrt(ties));
}
