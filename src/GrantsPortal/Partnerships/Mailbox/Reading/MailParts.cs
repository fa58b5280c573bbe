using GrantsPortal.Platform;
using GrantsPortal.Platform.Files;
using MimeKit;
using MimeKit.Tnef;

namespace GrantsPortal.Partnerships.Mailbox.Reading;

/// <summary>Goes through the parts of an e-mail and gathers its text, its pieces and what is left out of it.</summary>
internal sealed class MailParts
{
    private readonly List<string> _texts = [];
    private readonly List<MailPiece> _pieces;
    private readonly List<LeftOut> _leftOut;
    private readonly List<MessagePart> _inner = [];
    private readonly bool _within;
    private int _parts;
    private int _characters;
    private bool _sealed;

    public MailParts()
        : this([], [], 0, false)
    {
    }

    private MailParts(List<MailPiece> pieces, List<LeftOut> leftOut, int parts, bool within) => (_pieces, _leftOut, _parts, _within) = (pieces, leftOut, parts, within);

    /// <summary>Clean text.</summary>
    public string Text => PlainText.Clean(string.Join("\n\n", _texts));

    public IReadOnlyList<MailPiece> Pieces => _pieces;

    public IReadOnlyList<LeftOut> LeftOut => _leftOut;

    /// <summary>The one e-mail attached to this one; null when there is none, or more than one.</summary>
    public MimeMessage? Inner => _inner is [{ Message: { } one }] ? one : null;

    /// <summary>Why nothing of it can be taken; null when something can.</summary>
    public Refusal? Refused => this switch
    {
        { _parts: > MailLimits.Parts } => new Refusal(MailRefusals.TooManyParts, MailLimits.Parts),
        { _sealed: true } when _inner.Count == 0 && _texts.TrueForAll(string.IsNullOrWhiteSpace) => new Refusal(MailRefusals.Sealed),
        _ => null,
    };

    /// <summary>Gathers all there is under an entity; several attached e-mails become pieces.</summary>
    public void Walk(MimeEntity? entity)
    {
        Visit(entity, ornaments: false);
        if (_within || _inner.Count > 1)
        {
            foreach (var message in _inner)
            {
                AddMessage(message);
            }
        }
    }

    /// <summary>Gathers the text of an attached e-mail by itself, its pieces with those of this one.</summary>
    public MailParts Into(MimeEntity? body)
    {
        var inside = new MailParts(_pieces, _leftOut, _parts, true);
        inside.Walk(body);
        return inside;
    }

    private void Visit(MimeEntity? entity, bool ornaments)
    {
        if (entity is null || ++_parts > MailLimits.Parts)
        {
            return;
        }

        switch (entity)
        {
            case Multipart parts:
                Visit(parts, ornaments);
                break;
            case MessagePart message when !message.ContentType.IsMimeType("text", "rfc822-headers"):
                _inner.Add(message);
                break;
            case TnefPart packed:
                Unpack(packed);
                break;
            case MimePart part:
                Take(part, ornaments);
                break;
        }
    }

    private void Visit(Multipart parts, bool ornaments)
    {
        var kind = parts.ContentType.MediaSubtype.ToUpperInvariant();
        if (kind == "ENCRYPTED")
        {
            _sealed = true;
        }
        else if (parts.Count == 0)
        {
            // No boundary, or one that never comes: what there is stands before it.
            AddText(parts.Preamble ?? "");
        }
        else if (kind == "ALTERNATIVE")
        {
            Choose(parts);
        }
        else
        {
            foreach (var part in parts)
            {
                Visit(part, ornaments || kind == "RELATED");
            }
        }
    }

    /// <summary>Of several forms of one text the plain one, unless it says nothing; then the richest that gives text.</summary>
    private void Choose(Multipart forms)
    {
        var before = _texts.Count;
        foreach (var form in forms.OrderBy(form => form is TextPart { IsPlain: true } ? 0 : form is TextPart { IsHtml: true } ? 1 : 2))
        {
            if (form is TextPart { IsAttachment: false } text && (text.IsPlain || text.IsHtml) && _texts.Count > before)
            {
                _parts++;
                continue;
            }

            var (texts, had) = (_texts.Count, _texts.Count > before);
            Visit(form, ornaments: true);
            if (had)
            {
                _texts.RemoveRange(texts, _texts.Count - texts);
            }
        }
    }

    private void Take(MimePart part, bool ornaments)
    {
        var type = part.ContentType;
        if (part is TextPart { IsAttachment: false } text && (text.IsPlain || text.IsHtml) && string.IsNullOrEmpty(part.FileName))
        {
            var words = PlainText.Decode(Content(part), type.Charset);
            AddText(text.IsHtml ? HtmlText.Of(words) : text.IsFlowed ? Unfolded(words) : words);
        }
        else if (type.IsMimeType("application", "pkcs7-mime") || type.IsMimeType("application", "x-pkcs7-mime"))
        {
            _sealed = true;
            _leftOut.Add(new LeftOut(Name(part), new Refusal(MailRefusals.Sealed)));
        }
        else if (type.IsMimeType("message", "external-body") || type.IsMimeType("message", "partial"))
        {
            _leftOut.Add(new LeftOut(Name(part), new Refusal(MailRefusals.PieceElsewhere)));
        }
        else if (type.MediaSubtype.EndsWith("-signature", StringComparison.OrdinalIgnoreCase) && type.IsMimeType("application", "*"))
        {
            _leftOut.Add(new LeftOut(Name(part), new Refusal(MailRefusals.PieceSignature)));
        }
        else if (Content(part) is var content && ornaments && type.IsMimeType("image", "*") && !string.IsNullOrEmpty(part.ContentId) && content.Length <= MailLimits.Ornament)
        {
            _leftOut.Add(new LeftOut(Name(part), new Refusal(MailRefusals.PieceOrnament)));
        }
        else
        {
            Add(Name(part), content);
        }
    }

    /// <summary>What Outlook packs into winmail.dat; its text counts where there is no other.</summary>
    private void Unpack(TnefPart packed)
    {
        try
        {
            var message = packed.ConvertToMessage();
            var inside = new MailParts(_pieces, _leftOut, _parts, true);
            inside.Walk(message.Body);
            _parts = inside._parts;
            if (_texts.TrueForAll(string.IsNullOrWhiteSpace))
            {
                _texts.AddRange(inside._texts);
            }
        }
        catch (Exception fault) when (fault is TnefException or IOException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or OverflowException)
        {
            _leftOut.Add(new LeftOut("winmail.dat", new Refusal(MailRefusals.PieceBroken)));
        }
    }

    private void AddMessage(MessagePart part)
    {
        if (part.Message is null)
        {
            _leftOut.Add(new LeftOut(Name(part), new Refusal(MailRefusals.PieceBroken)));
            return;
        }

        using var content = new MemoryStream();
        part.Message.WriteTo(content);
        Add(PlainText.Line(part.Message.Subject, 100) is { Length: > 0 } subject ? subject + ".txt" : "e-mail.txt", content.ToArray());
    }

    private void Add(string name, byte[] content)
    {
        if (_pieces.Count == MailLimits.Pieces)
        {
            _leftOut.Add(new LeftOut(name, new Refusal(MailRefusals.PieceTooMany, MailLimits.Pieces)));
        }
        else
        {
            _pieces.Add(new MailPiece(name, content));
        }
    }

    /// <summary>Much more than is kept need not be cleaned.</summary>
    private void AddText(string text)
    {
        if (_characters < 10 * MailLimits.Text && !string.IsNullOrWhiteSpace(text))
        {
            _texts.Add(text.Length > 10 * MailLimits.Text ? text[..(10 * MailLimits.Text)] : text);
            _characters += text.Length;
        }
    }

    private static byte[] Content(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        return content.ToArray();
    }

    private static string Name(MimeEntity part)
    {
        var named = (part as MimePart)?.FileName ?? part.ContentDisposition?.FileName ?? part.ContentType.Name;
        var usual = part.ContentType.IsMimeType("text", "calendar") ? "invitation.ics" : part.ContentType.IsMimeType("text", "html") ? "text.html" : "document";
        return FileKinds.CleanName(PlainText.Line(named, 200) is { Length: > 0 } name ? name : usual);
    }

    /// <summary>Lines that a program broke to keep them short are made whole again (RFC 3676, format=flowed).</summary>
    private static string Unfolded(string text) =>
        text.ReplaceLineEndings("\n").Replace("\n-- \n", "\n--\n", StringComparison.Ordinal).Replace(" \n", " ", StringComparison.Ordinal);
}
