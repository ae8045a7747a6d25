using System.Text.Json.Nodes;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Home;

/// <summary>Writes what a person sees in the app's Home tab.</summary>
internal interface ISlackHome
{
    /// <summary>The whole view, <c>{"type":"home","blocks":[...]}</c>, at most 100 blocks.</summary>
    /// <param name="person">Whose Home it is.</param>
    /// <param name="locale">The language the person's Slack is set to, as a BCP-47 tag; null when unknown.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<JsonObject> RenderAsync(PersonKey person, string? locale, CancellationToken cancel);
}

/// <summary>Publishes Homes: however often it is asked for, a person's Home is published at most about once a second.</summary>
internal interface ISlackHomes
{
    /// <summary>Asks for a person's Home to be written again; returns at once.</summary>
    void Refresh(SlackWorkspace workspace, string userId);
}
