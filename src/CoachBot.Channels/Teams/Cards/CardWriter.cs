using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoachBot.Channels.Cards;
using CoachBot.Channels.Teams.Wire;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>
/// Writes an Adaptive Card 1.5 from top to bottom, straight into JSON. Everything people or the knowledge say goes into text runs, which no
/// client reads as Markdown; text blocks, which are read so, hold only our own headings.
/// </summary>
internal sealed class CardWriter : IDisposable
{
    /// <summary>The version every card declares: the highest that Teams shows everywhere.</summary>
    public const string Version = "1.5";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> _bytes = new(8 * 1024);
    private readonly Utf8JsonWriter _json;
    private string? _spacing;
    private bool _line;
    private string? _lead;

    /// <summary>Begins a card.</summary>
    /// <param name="fallback">What a client shows that knows no such card, and what is read aloud.</param>
    /// <param name="place">Where the card will stand.</param>
    /// <param name="room">How freely it may be laid out.</param>
    public CardWriter(string fallback, CardPlace place, CardRoom room)
    {
        Place = place;
        Room = room;
        _json = new Utf8JsonWriter(_bytes, Relaxed);
        _json.WriteStartObject();
        _json.WriteString("type", "AdaptiveCard");
        _json.WriteString("version", Version);
        _json.WriteString("fallbackText", Whole(fallback));
        _json.WriteStartArray("body");
    }

    /// <summary>Where the card will stand.</summary>
    public CardPlace Place { get; }

    /// <summary>How freely the card may be laid out.</summary>
    public CardRoom Room { get; }

    /// <summary>Ends the card.</summary>
    public RawJson End()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        return new RawJson(_bytes.WrittenMemory);
    }

    /// <inheritdoc />
    public void Dispose() => _json.Dispose();

    /// <summary>The next element stands apart from the one before by this much.</summary>
    public CardWriter After(string spacing, bool line = false)
    {
        _spacing = spacing;
        _line = line;
        return this;
    }

    /// <summary>A heading of ours: fixed words, never anything from outside.</summary>
    public void Heading(string words, string? color = "accent")
    {
        Begin("TextBlock");
        _json.WriteString("text", words);
        _json.WriteString("style", "heading");
        _json.WriteString("size", "small");
        _json.WriteString("weight", "bolder");
        Optional("color", color);
        _json.WriteBoolean("wrap", true);
        _json.WriteEndObject();
    }

    /// <summary>A text in one look.</summary>
    public void Text(string text, Look look = default) => Text([new Run(text, look)]);

    /// <summary>A text in several looks.</summary>
    public void Text(params ReadOnlySpan<Run> runs)
    {
        Begin("RichTextBlock");
        _json.WriteStartArray("inlines");
        if (_lead is { } lead)
        {
            _json.WriteStringValue(lead);
            _lead = null;
        }

        foreach (var run in runs)
        {
            TextRun(run);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    /// <summary>A box around what follows.</summary>
    /// <param name="style">The box's colour by its name in Adaptive Cards; null: none.</param>
    public Scope Box(string? style = null)
    {
        Begin("Container");
        Optional("style", style);
        _json.WriteStartArray("items");
        return new Scope(this, "]}");
    }

    /// <summary>A number or sign, and beside it what follows.</summary>
    public Scope Row(string lead, Look look = default)
    {
        if (!Room.InColumns)
        {
            _lead = lead + " ";
            return new Scope(this, "");
        }

        Begin("ColumnSet");
        _json.WriteStartArray("columns");
        _json.WriteStartObject();
        _json.WriteString("type", "Column");
        _json.WriteString("width", "auto");
        _json.WriteStartArray("items");
        Text(lead, look);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteStartObject();
        _json.WriteString("type", "Column");
        _json.WriteString("width", "stretch");
        _json.WriteString("spacing", "small");
        _json.WriteStartArray("items");
        return new Scope(this, "]}]}");
    }

    /// <summary>A row of buttons; clients break it as the screen asks.</summary>
    public Scope Buttons()
    {
        Begin("ActionSet");
        _json.WriteStartArray("actions");
        return new Scope(this, "]}");
    }

    /// <summary>A button.</summary>
    public void Button(CardButton button)
    {
        _json.WriteStartObject();
        if (Place == CardPlace.Dialog)
        {
            Submit(button);
        }
        else
        {
            Execute(button);
        }

        _json.WriteEndObject();
    }

    /// <summary>A button that opens a small card below itself, without asking us.</summary>
    public Scope Drawer(string title)
    {
        _json.WriteStartObject();
        _json.WriteString("type", "Action.ShowCard");
        _json.WriteString("title", title);
        _json.WriteStartObject("card");
        _json.WriteString("type", "AdaptiveCard");
        _json.WriteString("version", Version);
        _json.WriteStartArray("body");
        return new Scope(this, "]}}");
    }

    private void Execute(CardButton button)
    {
        _json.WriteString("type", "Action.Execute");
        _json.WriteString("title", Whole(button.Title));
        _json.WriteString("verb", button.Action.Verb);
        Data(button, withVerb: false);
        _json.WriteStartObject("fallback");
        Submit(button);
        _json.WriteEndObject();
    }

    private void Submit(CardButton button)
    {
        _json.WriteString("type", "Action.Submit");
        _json.WriteString("title", Whole(button.Title));
        Data(button, withVerb: true);
    }

    // A submitted card has no verb of its own: it stands in the data.
    private void Data(CardButton button, bool withVerb)
    {
        _json.WriteStartObject("data");
        if (withVerb)
        {
            _json.WriteString(Messages.CardActionReader.Verb, button.Action.Verb);
        }

        foreach (var (name, value) in button.Action.Data)
        {
            _json.WriteString(name, Unicode.Whole(value));
        }

        _json.WriteEndObject();
    }

    private void TextRun(Run run)
    {
        if (run is { Marked: false } && run.Look == Look.Plain)
        {
            _json.WriteStringValue(Whole(run.Text));
            return;
        }

        _json.WriteStartObject();
        _json.WriteString("type", "TextRun");
        _json.WriteString("text", Whole(run.Text));
        Optional("size", run.Look.Size);
        Optional("color", run.Look.Color);
        Optional("weight", run.Look.Bold ? "bolder" : null);
        Flag("isSubtle", run.Look.Subtle);
        Flag("strikethrough", run.Look.Struck);
        Flag("highlight", run.Marked);
        _json.WriteEndObject();
    }

    private string Whole(string text) => Unicode.Whole(text.Length <= Room.Longest ? text : string.Concat(text.AsSpan(0, Room.Longest), "…"));

    private void Begin(string type)
    {
        _json.WriteStartObject();
        _json.WriteString("type", type);
        Optional("spacing", _spacing);
        Flag("separator", _line);
        _spacing = null;
        _line = false;
    }

    private void Optional(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private void Flag(string name, bool value)
    {
        if (value)
        {
            _json.WriteBoolean(name, true);
        }
    }

    /// <summary>What was begun, to be ended by <c>using</c>.</summary>
    /// <param name="writer">The card.</param>
    /// <param name="brackets">What closes it, in order.</param>
    internal readonly ref struct Scope(CardWriter writer, string brackets)
    {
        /// <summary>Ends it.</summary>
        public void Dispose()
        {
            foreach (var bracket in brackets)
            {
                if (bracket == ']')
                {
                    writer._json.WriteEndArray();
                }
                else
                {
                    writer._json.WriteEndObject();
                }
            }
        }
    }
}
