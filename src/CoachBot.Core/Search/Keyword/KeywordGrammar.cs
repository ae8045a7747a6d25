using System.Globalization;

namespace CoachBot.Core.Search.Keyword;

/// <summary>Puts the pieces of a query together; one pass, one object.</summary>
internal sealed class KeywordGrammar(IReadOnlyList<Lexeme> lexemes, HintList hints)
{
    private const int Deepest = 16;
    private readonly List<KeywordFilter> _filters = [];
    private int _next;
    private int _depth;
    private int _words;
    private bool _excluding;

    /// <summary>The filters met on the way; they hold for the whole query wherever they stood.</summary>
    public IReadOnlyList<KeywordFilter> Filters => _filters;

    /// <summary>What must hold.</summary>
    public List<KeywordClause> Read()
    {
        var clauses = new List<KeywordClause>();
        while (_next < lexemes.Count)
        {
            clauses.AddRange(ReadAll());
            if (_next < lexemes.Count)
            {
                // a closing bracket that nothing opened
                hints.Add(KeywordHintKind.StrayBracket);
                _next++;
            }
        }

        return clauses;
    }

    private Lexeme? Peek => _next < lexemes.Count ? lexemes[_next] : null;

    private List<KeywordClause> ReadAll()
    {
        var parts = new List<KeywordClause>();
        while (Peek is { Kind: not LexemeKind.Close } lexeme)
        {
            if (lexeme.Kind == LexemeKind.And)
            {
                _next++;
            }
            else if (lexeme.IsOr)
            {
                hints.Add(KeywordHintKind.LoneOperator, lexeme.Text);
                _next++;
            }
            else if (ReadAny() is { } part)
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    private KeywordClause? ReadAny()
    {
        var start = _next;
        var alternatives = new List<KeywordClause>();
        Add(alternatives, ReadOne());
        while (Peek is { IsOr: true } or)
        {
            _next++;
            if (Peek is null or { Kind: LexemeKind.Close } || Peek.IsOr)
            {
                hints.Add(KeywordHintKind.LoneOperator, or.Text);
                continue;
            }

            if (or.Kind == LexemeKind.SmallOr)
            {
                hints.Add(KeywordHintKind.SmallOr, or.Text);
            }

            Add(alternatives, ReadOne());
        }

        CheckFilters(start);
        return alternatives.Count switch
        {
            0 => null,
            1 => alternatives[0],
            _ => new KeywordClause.Any(alternatives),
        };
    }

    private static void Add(List<KeywordClause> parts, KeywordClause? part)
    {
        if (part is not null)
        {
            parts.Add(part);
        }
    }

    /// <summary>Filters of one field may stand beside OR, that is what they mean; anything else deserves a word.</summary>
    private void CheckFilters(int start)
    {
        var group = lexemes.Skip(start).Take(_next - start).ToList();
        if (group.Exists(lexeme => lexeme.IsOr)
            && group.Exists(lexeme => lexeme.Kind == LexemeKind.Filter)
            && group.Where(lexeme => !lexeme.IsOr).Select(lexeme => (lexeme.Kind, lexeme.Field)).Distinct().Count() > 1)
        {
            hints.Add(KeywordHintKind.FilterInOr);
        }
    }

    private KeywordClause? ReadOne()
    {
        var lexeme = lexemes[_next++];
        return lexeme.Kind switch
        {
            LexemeKind.Word => Counted(new KeywordClause.Word(lexeme.Text)),
            LexemeKind.Prefix => Counted(new KeywordClause.Word(lexeme.Text, Prefix: true)),
            LexemeKind.Phrase => Counted(new KeywordClause.Phrase(lexeme.Text)),
            LexemeKind.Open => ReadBracket(),
            LexemeKind.Not => ReadNot(lexeme),
            LexemeKind.Filter => AddFilter(lexeme),
            _ => null,
        };
    }

    private KeywordClause? Counted(KeywordClause clause)
    {
        if (++_words <= KeywordQueryParser.MostWords)
        {
            return clause;
        }

        hints.Add(KeywordHintKind.TooManyWords, KeywordQueryParser.MostWords.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    private KeywordClause? ReadBracket()
    {
        if (_depth == Deepest)
        {
            hints.Add(KeywordHintKind.StrayBracket);
            return null;
        }

        _depth++;
        var parts = ReadAll();
        _depth--;
        if (Peek is { Kind: LexemeKind.Close })
        {
            _next++;
        }
        else
        {
            hints.Add(KeywordHintKind.StrayBracket);
        }

        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => new KeywordClause.All(parts),
        };
    }

    private KeywordClause.Not? ReadNot(Lexeme not)
    {
        while (Peek is { Kind: LexemeKind.Not or LexemeKind.And })
        {
            _next++;
        }

        if (Peek is null or { Kind: LexemeKind.Close } || Peek.IsOr)
        {
            hints.Add(KeywordHintKind.LoneOperator, not.Text);
            return null;
        }

        var outside = _excluding;
        _excluding = !outside;
        var part = ReadOne();
        _excluding = outside;
        return part is null ? null : new KeywordClause.Not(part);
    }

    private KeywordClause? AddFilter(Lexeme lexeme)
    {
        foreach (var filter in lexeme.Values!.Select(value => new KeywordFilter(lexeme.Field, value, _excluding)).Where(filter => !_filters.Contains(filter)))
        {
            if (_filters.Count < KeywordQueryParser.MostWords)
            {
                _filters.Add(filter);
            }
        }

        return null;
    }
}
