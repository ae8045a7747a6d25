using CoachBot.Core.Language;

namespace CoachBot.Core.Search.Keyword;

/// <summary>Cuts a query into words, phrases, filters and operators.</summary>
internal sealed class KeywordLexer(string text, HintList hints)
{
    private readonly FilterReader _filters = new(hints);
    private readonly List<Lexeme> _lexemes = [];
    private int _at;

    /// <summary>All pieces of the query in order.</summary>
    public IReadOnlyList<Lexeme> Read()
    {
        while (_at < text.Length)
        {
            ReadNext(Mark(_at));
        }

        return _lexemes;
    }

    private void ReadNext(char mark)
    {
        switch (mark)
        {
            case '(':
                Take(LexemeKind.Open);
                break;
            case ')':
                Take(LexemeKind.Close);
                break;
            case '|':
                Take(LexemeKind.Or);
                break;
            case '-':
                ReadMinus();
                break;
            case '"' or '「' or '『':
                ReadPhrase();
                break;
            case var separator when KeywordMarks.IsSeparator(separator) || KeywordMarks.IsCloser(separator):
                SkipSeparator(separator);
                break;
            default:
                ReadChunk();
                break;
        }
    }

    private char Mark(int at) => KeywordMarks.Of(text[at]);

    private char MarkOrBlank(int at) => at < text.Length ? Mark(at) : ' ';

    /// <summary>Takes a mark with its repetitions; brackets are counted one by one.</summary>
    private void Take(LexemeKind kind)
    {
        var mark = Mark(_at++);
        while (mark == '|' && MarkOrBlank(_at) == '|')
        {
            _at++;
        }

        _lexemes.Add(new Lexeme(kind, mark.ToString()));
    }

    private void SkipSeparator(char mark)
    {
        _at++;
        if (KeywordMarks.IsCloser(mark))
        {
            hints.Add(KeywordHintKind.UnclosedQuote);
        }
    }

    private void ReadMinus()
    {
        while (MarkOrBlank(_at) == '-')
        {
            _at++;
        }

        if (KeywordMarks.IsSeparator(MarkOrBlank(_at)))
        {
            hints.Add(KeywordHintKind.LoneOperator, "-");
        }
        else
        {
            _lexemes.Add(new Lexeme(LexemeKind.Not, "-"));
        }
    }

    private void ReadPhrase()
    {
        if (Quoted() is { } phrase)
        {
            AddText(LexemeKind.Phrase, phrase);
        }
    }

    /// <summary>What stands between this quote and its mate, or null after stepping over a quote without one.</summary>
    private string? Quoted()
    {
        var closer = KeywordMarks.Closer(Mark(_at++));
        for (var end = _at; end < text.Length; end++)
        {
            if (Mark(end) == closer)
            {
                var inner = text[_at..end];
                _at = end + 1;
                return inner;
            }
        }

        hints.Add(KeywordHintKind.UnclosedQuote);
        return null;
    }

    private void ReadChunk()
    {
        var start = _at;
        while (_at < text.Length && !EndsChunk(_at))
        {
            if (Mark(_at) == ':' && _at > start && TryFilter(text[start.._at]))
            {
                return;
            }

            if (Mark(_at) == ':')
            {
                break;
            }

            _at++;
        }

        AddWord(text[start.._at]);
        if (MarkOrBlank(_at) == ':')
        {
            _at++;
        }
    }

    private bool EndsChunk(int at)
    {
        var mark = Mark(at);
        return mark is '(' or ')' or '|' || KeywordMarks.Closer(mark) is not null || KeywordMarks.IsCloser(mark)
            || (KeywordMarks.IsSeparator(mark) && !IsInsideNumber(at));
    }

    // 50,000 is one number
    private bool IsInsideNumber(int at) =>
        Mark(at) == ',' && at > 0 && char.IsAsciiDigit(Mark(at - 1)) && char.IsAsciiDigit(MarkOrBlank(at + 1));

    private bool TryFilter(string name)
    {
        if (KeywordMarks.Operator(name) == LexemeKind.Not)
        {
            _at++;
            _lexemes.Add(new Lexeme(LexemeKind.Not, name));
            return true;
        }

        if (_filters.Field(name, PeekValue()) is not { } field)
        {
            return false;
        }

        _at++;
        var values = _filters.Values(field, name, ReadValues());
        _lexemes.Add(new Lexeme(LexemeKind.Filter, name, field, values));
        return true;
    }

    /// <summary>The plain value right after the colon; empty when none follows.</summary>
    private string PeekValue()
    {
        var end = _at + 1;
        while (end < text.Length && !EndsValue(Mark(end)))
        {
            end++;
        }

        return text[(_at + 1)..end].TrimStart('/', '\\');
    }

    private List<string> ReadValues()
    {
        while (_at < text.Length && KeywordMarks.IsBlank(text[_at]))
        {
            _at++;
        }

        var values = new List<string>();
        do
        {
            var value = KeywordMarks.Closer(MarkOrBlank(_at)) is not null ? Quoted() ?? PlainValue() : PlainValue();
            if (!string.IsNullOrWhiteSpace(value))
            {
                values.Add(value);
            }
        }
        while (SkipListMark());
        return values;
    }

    private string PlainValue()
    {
        var start = _at;
        while (_at < text.Length && !EndsValue(Mark(_at)))
        {
            _at++;
        }

        return text[start.._at];
    }

    private bool SkipListMark()
    {
        if (MarkOrBlank(_at) is not (',' or '、' or '|') || KeywordMarks.IsBlank(MarkOrBlank(_at + 1)))
        {
            return false;
        }

        _at++;
        return true;
    }

    private static bool EndsValue(char mark) =>
        mark is '(' or ')' or ',' or '、' or '|' or ';' or '。' || KeywordMarks.IsBlank(mark)
        || KeywordMarks.Closer(mark) is not null || KeywordMarks.IsCloser(mark);

    private void AddWord(string chunk)
    {
        if (KeywordMarks.Operator(chunk) is { } kind)
        {
            _lexemes.Add(new Lexeme(kind, chunk));
            return;
        }

        var stars = string.Concat(chunk.Select(character => KeywordMarks.Of(character) == '*' ? '*' : character));
        var word = stars.Trim('*');
        if (word.Length == 0)
        {
            return;
        }

        var inner = word.IndexOf('*', StringComparison.Ordinal);
        var prefix = inner >= 0 || stars[^1] == '*';
        word = inner >= 0 ? word[..inner] : word;
        if (inner >= 0 || stars[0] == '*')
        {
            hints.Add(KeywordHintKind.StarInside, chunk, prefix ? word + "*" : word);
        }

        AddText(prefix ? LexemeKind.Prefix : LexemeKind.Word, word);
    }

    private void AddText(LexemeKind kind, string words)
    {
        if (Tokenizer.Tokenize(TextFolding.Fold(words)).Count > 0)
        {
            _lexemes.Add(new Lexeme(kind, words));
        }
        else if (!string.IsNullOrWhiteSpace(words))
        {
            hints.Add(KeywordHintKind.NothingToFind, words);
        }
    }
}
