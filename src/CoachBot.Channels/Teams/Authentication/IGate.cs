using CoachBot.Channels.Teams.Wire;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Channels.Teams.Authentication;

/// <summary>Decides who comes in: first by the request's head, then by what its body claims.</summary>
internal interface IGate
{
    /// <summary>By the head alone; the body has not been read.</summary>
    ValueTask<Admission> AdmitAsync(HttpRequest request, CancellationToken cancel);

    /// <summary>Whether the caller may say this: a code why not, or null.</summary>
    string? Objection(Caller caller, Activity activity);
}
