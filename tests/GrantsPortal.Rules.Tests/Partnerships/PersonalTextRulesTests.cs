using CsCheck;
using GrantsPortal.Partnerships.Needs;
using Xunit;

namespace GrantsPortal.Rules.Tests.Partnerships;

public sealed class PersonalTextRulesTests
{
    [Theory]
    [InlineData("Write to amina.yusuf@circle.example about it", PersonalKind.Email, "amina.yusuf@circle.example")]
    [InlineData("Mrs Patel is afraid to walk home", PersonalKind.Name, "Mrs Patel")]
    [InlineData("We spoke with Imam Yusuf al-Amin.", PersonalKind.Name, "Imam Yusuf")]
    [InlineData("Frau Yılmaz wird beschimpft", PersonalKind.Name, "Frau Yılmaz")]
    [InlineData("Herr von der Leyen war da", PersonalKind.Name, "Herr von der Leyen")]
    [InlineData("La fille de Mme Benali ne va plus à l’école", PersonalKind.Name, "Mme Benali")]
    [InlineData("La señora Gómez Ruiz lo contó", PersonalKind.Name, "señora Gómez Ruiz")]
    [InlineData("Pani Kowalska prosi o pomoc", PersonalKind.Name, "Pani Kowalska")]
    [InlineData("Пані Шевченко просить про допомогу", PersonalKind.Name, "Пані Шевченко")]
    [InlineData("Ayşe Hanım korkuyor", PersonalKind.Name, "Ayşe Hanım")]
    [InlineData("قالت السيدة فاطمة إنها خائفة", PersonalKind.Name, "السيدة فاطمة")]
    [InlineData("Mevrouw van den Berg durft niet", PersonalKind.Name, "Mevrouw van den Berg")]
    [InlineData("Ring her on 0151 496 0123 after six", PersonalKind.Phone, "0151 496 0123")]
    [InlineData("Telefon 030/901820-12", PersonalKind.Phone, "030/901820-12")]
    [InlineData("Call +44 (0)20 7946 0958", PersonalKind.Phone, "+44 (0)20 7946 0958")]
    [InlineData("au 01.42.34.56.78 le soir", PersonalKind.Phone, "01.42.34.56.78")]
    [InlineData("her number is (212) 555-0143", PersonalKind.Phone, "(212) 555-0143")]
    [InlineData("They live at 12 Rose Lane, Riverton RV1 2AB", PersonalKind.Address, "12 Rose Lane, Riverton RV1 2AB")]
    [InlineData("wohnt Lindenstraße 12, 10969 Berlin", PersonalKind.Address, "Lindenstraße 12, 10969")]
    [InlineData("habite 12 rue des Lilas, 75011 Paris", PersonalKind.Address, "12 rue des Lilas, 75011")]
    [InlineData("at 12 Rose Street, Springfield, IL 62701", PersonalKind.Address, "12 Rose Street, Springfield, IL 62701")]
    [InlineData("the boy, born 3 May 2011, stays at home", PersonalKind.Birth, "born 3 May 2011")]
    [InlineData("geboren am 7. Mai 1990", PersonalKind.Birth, "geboren am 7. Mai 1990")]
    [InlineData("her file says 07/05/1990", PersonalKind.Birth, "07/05/1990")]
    [InlineData("insurance QQ 12 34 56 C", PersonalKind.Number, "")]
    [InlineData("insurance AB 12 34 56 C", PersonalKind.Number, "AB 12 34 56 C")]
    [InlineData("SSN 078-05-1120", PersonalKind.Number, "078-05-1120")]
    [InlineData("DNI 12345678Z", PersonalKind.Number, "12345678Z")]
    [InlineData("PESEL 44051401359", PersonalKind.Number, "44051401359")]
    [InlineData("personnummer 811218-9876", PersonalKind.Number, "811218-9876")]
    [InlineData("to GB29 NWBK 6016 1331 9268 19", PersonalKind.Number, "GB29 NWBK 6016 1331 9268 19")]
    public void What_looks_like_personal_data_is_pointed_out(string text, PersonalKind kind, string piece)
    {
        if (piece.Length == 0)
        {
            // A prefix that is never given out.
            Assert.Empty(PersonalTextRules.Points(text));
            return;
        }

        var point = Assert.Single(PersonalTextRules.Points(text));
        Assert.Equal((kind, true), (point.Kind, point.Text.StartsWith(piece, StringComparison.Ordinal)));
        Assert.Equal(point.Text, text.Substring(point.Start, point.Text.Length));
    }

    [Theory]
    [InlineData("Parents want a safe way to the Imam Ali Mosque on Fridays")]
    [InlineData("The Dr Martin Luther King Community Centre has no lift")]
    [InlineData("Father Christmas comes to the hall; sister cities send cards; the Sister Circle sings")]
    [InlineData("Pan African dances on 5.11.2026 from 09.30-17.00, then 18.00-20.00")]
    [InlineData("Wenn eine Frau Angst hat, soll jemand zuhören; jede Frau kennt das")]
    [InlineData("Between 2019 and 2026, 10 000 000 people in 3 districts, 0.5 % of 120,000")]
    [InlineData("GP-2026-0042 and AW-2026-0007 paid £12,000.00 on 2026-11-25")]
    [InlineData("In 2024, 10000 Euro were missing; Section 17, paragraph 4 of 1998")]
    [InlineData("We miss Fridays. Madame le Maire est d’accord, monsieur aussi")]
    [InlineData("Bus 12 to Rose Lane stops at 18:00; 12 families near RV1")]
    [InlineData("Mr B and Ms C, as we call them, are afraid")]
    [InlineData("Herren und Frauen; Señoras y señores; панорама міста; pancakes for all")]
    public void What_is_nobody_is_left_alone(string text) => Assert.Empty(PersonalTextRules.Points(text).Select(point => point.Text));

    [Fact]
    public void A_name_the_record_knows_is_found_whatever_its_case_and_only_whole()
    {
        Assert.Equal("amina yusuf", Assert.Single(PersonalTextRules.Points("told by amina yusuf.", ["Amina Yusuf"])).Text);
        Assert.Empty(PersonalTextRules.Points("the Amina Yusufzai school", ["Amina Yusuf"]));
    }

    [Fact]
    public void Who_answers_for_pieces_answers_for_no_others()
    {
        var points = PersonalTextRules.Points("Mrs Patel");
        Assert.Equal("personal.points", PersonalTextRules.Against(points, null, "Words")?.Code);
        Assert.Null(PersonalTextRules.Against(points, PersonalTextRules.Seal(points), "Words"));
        Assert.NotNull(PersonalTextRules.Against(PersonalTextRules.Points("Mrs Patel and Mr Khan"), PersonalTextRules.Seal(points), "Words"));
        Assert.Null(PersonalTextRules.Against([], null, "Words"));
    }

    [Fact]
    public void Wherever_it_stands_it_is_found_and_pieces_never_overlap()
    {
        string[] pieces = ["x.y@z.example", "Mrs Patel", "0151 496 0123", "078-05-1120", "born 3 May 2011"];
        Gen.Select(Gen.Int[0, pieces.Length - 1], Gen.String[Gen.Char["abcdeäöü éß,;"], 0, 40], Gen.String[Gen.Char["abcdeäöü éß,;"], 0, 40]).Sample((which, before, after) =>
        {
            var piece = pieces[which];
            var text = $"{before} {piece}, {after}";
            var points = PersonalTextRules.Points(text);
            Assert.Contains(points, point => point.Text.Contains(piece, StringComparison.Ordinal) || piece.Contains(point.Text, StringComparison.Ordinal));
            Assert.All(points, point => Assert.Equal(point.Text, text.Substring(point.Start, point.Text.Length)));
            Assert.All(points.Zip(points.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Text.Length <= pair.Second.Start));
        });
    }

    [Fact]
    public void Any_text_is_read_without_fault() =>
        Gen.String[0, 600].Sample(text => PersonalTextRules.Points(text).Count <= text.Length);
}
