using System.Diagnostics.Metrics;

namespace CoachBot.Channels.Slack.Health;

/// <summary>What is counted about Slack, under the meter <c>CoachBot.Slack</c>.</summary>
internal sealed class SlackCounters
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "CoachBot.Slack";

    private readonly Counter<long> _refused;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _limited;
    private readonly Counter<long> _called;

    /// <summary>Counters of a factory's meter.</summary>
    public SlackCounters(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _refused = meter.CreateCounter<long>("coachbot.slack.refused", description: "Requests without a genuine signature");
        _dropped = meter.CreateCounter<long>("coachbot.slack.dropped", description: "Deliveries that were acknowledged and not acted on, by reason");
        _limited = meter.CreateCounter<long>("coachbot.slack.rate_limited", description: "Minutes in which Slack delivered no events, and calls that came too fast");
        _called = meter.CreateCounter<long>("coachbot.slack.calls", description: "Calls of the Web API, by method and outcome");
    }

    /// <summary>A request was refused.</summary>
    public void Refused() => _refused.Add(1);

    /// <summary>A delivery was dropped.</summary>
    public void Dropped(string reason) => _dropped.Add(1, KeyValuePair.Create<string, object?>("reason", reason));

    /// <summary>A limit was met.</summary>
    public void Limited(string what) => _limited.Add(1, KeyValuePair.Create<string, object?>("what", what));

    /// <summary>A method was called.</summary>
    public void Called(string method, string outcome) =>
        _called.Add(1, KeyValuePair.Create<string, object?>("method", method), KeyValuePair.Create<string, object?>("outcome", outcome));
}
