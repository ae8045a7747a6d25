namespace CoachBot.Core.Alerts;

/// <summary>A risk signal seen in the question itself, shown on top of any card.</summary>
/// <param name="Id">The signal's id.</param>
/// <param name="Text">What to do and whom to tell, in the language of the answer.</param>
public sealed record Alert(string Id, string Text);
