using System.Text.Json;

namespace CoachBot.Infrastructure.Drafting;

/// <summary>
/// A prompt of the program (<c>Prompts/*.md</c>), with its version in the name. What people and documents say goes to the model as
/// JSON data beside it, never into it.
/// </summary>
/// <param name="Name">Name and version: <c>fit.v1</c>.</param>
/// <param name="Text">The instruction.</param>
internal sealed record Prompt(string Name, string Text)
{
    /// <summary>Fits a card's wording to a question.</summary>
    public static Prompt Fit { get; } = Read("fit.v1");

    /// <summary>Condenses a long story to the question in it.</summary>
    public static Prompt Condense { get; } = Read("condense.v1");

    /// <summary>Drafts a case from a passage.</summary>
    public static Prompt Draft { get; } = Read("draft.v1");

    /// <summary>Data as the model gets it.</summary>
    public static string Data<T>(T value) => JsonSerializer.Serialize(value, Json);

    /// <summary>What the model returned; null when it is no such JSON.</summary>
    public static T? Parse<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 8,
    };

    private static Prompt Read(string name)
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"CoachBot.Infrastructure.Drafting.Prompts.{name}.md")
            ?? throw new InvalidOperationException($"The prompt {name} is not in the program.");
        using var reader = new StreamReader(stream);
        return new Prompt(name, reader.ReadToEnd());
    }
}
