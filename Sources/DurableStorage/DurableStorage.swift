// durable
