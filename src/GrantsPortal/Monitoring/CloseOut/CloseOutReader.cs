using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.CloseOut;

/// <summary>Reads what closing an award out is judged by.</summary>
public static class CloseOutReader
{
    /// <summary>The award's case as it stands.</summary>
    public static async Task<CloseOutCase> Read(UnitOfWork work, Award award)
    {
        var documents = await AwardDocumentRepository.Of(work, award.Id);
        var payments = await PaymentRepository.OfAward(work, award.Id);
        return new CloseOutCase(
            award,
            await CloseOutRepository.Find(work, award.Id) ?? new AwardCloseOut { AwardId = award.Id },
            await ReportRepository.OfAward(work, award.Id),
            PaymentRules.Unsettled(payments, [.. (await ScheduleRepository.Of(work, award.Id)).Select(instalment => instalment.Id)]).Count,
            (int)await CloseOutRepository.VariationsOpen(work, award.Id),
            documents.Any(document => document.Kind == AwardDocumentKind.Agreement) && documents.Any(document => document.Kind == AwardDocumentKind.CounterSigned),
            await Figures(work, award),
            await CloseOutRepository.Ticks(work, award.Id));
    }

    /// <summary>What an award came to, from the ledger, its accepted reports and what was asked back.</summary>
    public static async Task<FinalFigures> Figures(UnitOfWork work, Award award)
    {
        var ledger = await Ledger.Of(work, SubjectKind.Award, award.Id);
        var repayments = await RepaymentRepository.OfAward(work, award.Id);
        return new FinalFigures
        {
            Currency = award.Currency,
            AwardedMinor = await CloseOutRepository.Decided(work, award.Id) ?? award.AmountMinor,
            AgreedMinor = award.AmountMinor,
            PaidMinor = ledger.PaidMinor,
            SpentMinor = await ReportRepository.Accepted(work, award.Id),
            ReturnedMinor = ledger.ReturnedMinor,
            WrittenOffMinor = repayments.Where(repayment => repayment.State == RepaymentState.WrittenOff).Sum(repayment => repayment.Left.Minor),
            AskedMinor = repayments.Where(repayment => repayment.State == RepaymentState.Asked).Sum(repayment => repayment.Left.Minor),
            SurplusMinor = repayments.Sum(repayment => repayment.SurplusMinor),
            CommittedMinor = ledger.CommittedMinor,
        };
    }
}
