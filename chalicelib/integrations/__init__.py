"""Integrations: what leaves the house for the tenant's own systems. Today that is outbound webhooks.

Words: a *webhook* is one address of the tenant that wants to hear certain event types; a *delivery* is one event on
its way to one webhook, named by the event's id; an *attempt* is one HTTP request of a delivery; the *catalogue* is
the published list of event types with the schema of their data.
Events in: every published type of the lower contexts (`fan_out`). Events out: WebhookTested and DeliveryResent, which
are how a request of the API reaches the queue durably, and WebhookDisabled.
"""
