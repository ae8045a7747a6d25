using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>Answers one kind of invoke. It runs inside the request: its answer is the response.</summary>
internal interface IInvokeHandler
{
    /// <summary>The activity's <c>name</c>, compared exactly: <c>adaptiveCard/action</c>, <c>composeExtension/query</c>, ...</summary>
    string Name { get; }

    /// <summary>The answer. The endpoint gives a repeated invoke the same answer without asking again; what is thrown becomes a 500.</summary>
    Task<InvokeAnswer> HandleAsync(InvokeRequest request, CancellationToken cancel);
}

/// <summary>An invoke that passed all checks; its <see cref="Wire.Activity.Value"/> is still the sender's to choose.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Message">The same as a message of the house: who, where, when; its content is replaced by the handler.</param>
internal sealed record InvokeRequest(Activity Activity, IncomingMessage Message)
{
    /// <summary>The message to run a turn with.</summary>
    public IncomingMessage With(MessageContent content) => Message with { Content = content };
}

/// <summary>The answer to an invoke, without any envelope.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The HTTP body; null: none.</param>
internal sealed record InvokeAnswer(int Status, RawJson? Body);
