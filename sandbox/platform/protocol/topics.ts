/** A plant's topics: the whole of what it may touch (contract/platform.md). */
export interface PlantTopics {
  telemetry: string
  commands: string
  ack: string
  status: string
}

/** The topics below `cpi/{plantId}/`. */
export function topicsOf(plantId: string): PlantTopics {
  const topic = (name: keyof PlantTopics) => `cpi/${plantId}/${name}`
  return {
    telemetry: topic('telemetry'),
    commands: topic('commands'),
    ack: topic('ack'),
    status: topic('status'),
  }
}

/** What a plant's topic is for; null for a topic that is not this plant's. */
export function topicKind(plantId: string, topic: string): keyof PlantTopics | null {
  const prefix = `cpi/${plantId}/`
  if (!topic.startsWith(prefix)) return null
  const name = topic.slice(prefix.length)
  return name === 'telemetry' || name === 'commands' || name === 'ack' || name === 'status'
    ? name
    : null
}
