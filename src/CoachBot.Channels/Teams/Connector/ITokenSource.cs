namespace CoachBot.Channels.Teams.Connector;

/// <summary>Gives the token that our calls to Teams carry.</summary>
internal interface ITokenSource
{
    /// <summary>A token that is still good; null in the local mode, where calls carry none.</summary>
    /// <exception cref="TokenUnavailableException">None could be had.</exception>
    ValueTask<string?> TokenAsync(CancellationToken cancel);

    /// <summary>Teams did not take this token: the next call gets another one.</summary>
    void Drop(string token);
}

/// <summary>The local mode: no token.</summary>
internal sealed class NoTokens : ITokenSource
{
    public ValueTask<string?> TokenAsync(CancellationToken cancel) => ValueTask.FromResult<string?>(null);

    public void Drop(string token)
    {
    }
}

/// <summary>No token could be had; the message names a code of the other side, never a secret.</summary>
internal sealed class TokenUnavailableException : Exception
{
    /// <summary>With a code.</summary>
    public TokenUnavailableException(string code)
        : base(code)
    {
    }

    /// <summary>With a code and what lies below.</summary>
    public TokenUnavailableException(string code, Exception inner)
        : base(code, inner)
    {
    }

    /// <summary>Without a code.</summary>
    public TokenUnavailableException()
    {
    }
}
