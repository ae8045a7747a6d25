namespace CoachBot.Channels.Teams.Authentication;

/// <summary>Who a request comes from, by its token.</summary>
/// <param name="Kind">What vouches for it.</param>
/// <param name="ServiceUrl">Where the token says answers go; null when it says nothing.</param>
/// <param name="Endorsements">The channels its key may sign for.</param>
internal sealed record Caller(CallerKind Kind, string? ServiceUrl, IReadOnlyList<string> Endorsements)
{
    /// <summary>Somebody on this machine, in the local mode.</summary>
    public static Caller Local { get; } = new(CallerKind.Local, null, []);

    /// <summary>Whether the addresses in its activities may be kept for later.</summary>
    public bool IsTrustedForLater => Kind != CallerKind.Entra;
}

/// <summary>What vouches for a request.</summary>
internal enum CallerKind
{
    /// <summary>The Bot Framework: token, service address and channel.</summary>
    Connector,

    /// <summary>Entra: an agent or the Emulator, whose service address nobody vouches for.</summary>
    Entra,

    /// <summary>Nothing but that it comes from this machine.</summary>
    Local,
}

/// <summary>What became of a request at the gate.</summary>
internal abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>It may come in.</summary>
    public sealed record Admitted(Caller Caller) : Admission;

    /// <summary>It may not.</summary>
    /// <param name="Status">401 or 403, and 503 where nothing could be checked.</param>
    /// <param name="Reason">A code for the log; nothing of the request.</param>
    public sealed record Refused(int Status, string Reason) : Admission;
}
