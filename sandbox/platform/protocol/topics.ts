/** All topics that a plant may use (contract/platform.md). */
export interface PlantTopics {
  telemetry: string
  commands: string
  ack: string
  status: string
}

/** Returns the plant's topics, `cpi/{plantId}/…`. */
export function topicsOf(plantId: string): PlantTopics {
  const topic = (name: keyof PlantTopics) => `cpi/${plantId}/${name}`
  return {
    telemetry: topic('telemetry'),
    commands: topic('commands'),
    ack: topic('ack'),
    status: topic('status'),
  }
}

/** Returns the kind of a plant's topic, or null for a topic of another plant. */
export function topicKind(plantId: string, topic: string): keyof PlantTopics | null {
  const prefix = `cpi/${plantId}/`
  if (!topic.startsWith(prefix)) return null
  const name = topic.slice(prefix.length)
  return name === 'telemetry' || name === 'commands' || name === 'ack' || name === 'status'
    ? name
    : null
}
